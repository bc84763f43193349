// Invented people. Names that together would be somebody known from the news are kept out of these lists.

const list = (text: string): string[] => text.trim().split(/\s+/)

export const men = list(`
  Aan Abdul Ade Adi Agung Ahmad Aji Akbar Alamsyah Amir Andi Andri Anton Arief Aris Asep Bagus Bayu Cecep Dadan Dadang
  Danang Dani Darmawan Dede Deden Dedi Deni Dian Didin Dimas Dodi Eka Eko Endang Endra Fajar Faisal Feri Firman Galih
  Gilang Guntur Hadi Hasan Haris Heri Herman Hidayat Ibnu Iman Imam Irfan Irwan Jajang Jaka Jamal Kurnia Kusnadi Lukman
  Maman Mulyadi Nana Nanang Nandang Nugroho Nurdin Oman Panji Rahmat Rendi Ridwan Rizal Rohman Rudi Ruslan Saeful Sandi
  Slamet Sobari Sugeng Suherman Suryana Syarif Tatang Taufik Teguh Toni Tri Ujang Usman Wahyu Wawan Wira Yadi Yana Yayan
  Yudi Yusup Zaenal Zulkifli
`)

export const women = list(`
  Ai Anisa Ani Asih Ayu Cucu Dewi Dian Eka Elis Endah Eti Euis Evi Fitri Hani Ida Iis Ika Imas Ina Intan Kartini Kokom
  Lestari Lia Lilis Lina Mira Mulyani Nani Neneng Nia Nining Novi Nunung Nur Nurhayati Rani Ratna Rina Rini Rosita Siti
  Sri Sulastri Susi Tati Titin Tuti Uum Wati Wiwin Yani Yanti Yayah Yeni Yuli
`)

export const lastNames = list(`
  Abdurahman Adiputra Afandi Alamsyah Anggraeni Anwar Apriyanto Ardiansyah Arifin Atmaja Azhari Budiman Cahyadi
  Darmawan Darusman Fauzi Firmansyah Ginanjar Gumilar Hadiyanto Handayani Haryanto Hendrawan
  Herdiana Hermawan Iskandar Ismail Jatnika Juanda Junaedi Kosasih Kuswara Kusuma Laksana Lesmana Mahendra
  Mahmud Maryadi Maulida Mubarok Mulyana Munandar Nasution Nugraha Nurjaman Nuryadi Pamungkas Permana 
  Pradana Pratama Priyadi Purnama Purnomo Rachman Rahayu Ramdani Rohimat Rosadi Rukmana Saepudin Safitri
  Sanjaya Santika Saputra Sasmita Setiabudi Setiawan Sobirin Solihin Somantri Sudrajat Suganda Suhendar Sukmana Sumarna
  Supriadi Supriatna Suparman Surahman Suryadi Susanto Sutisna Suwandi Syahputra Tarmizi Triyono Utama Wardana Wibisana
  Wijayanto Winata Wirawan Yulianto Yusron Zakaria
`)

/** How people of a village are often called: by one name. */
export const singleNames = list(`
  Carkim Carsa Caswati Darsinah Darsono Durahman Jaenudin Kadmi Karnadi Karsiti Kasmari Kasno Kusnari Madsari Marsinah
  Masduki Mistar Muslikha Narsiti Nasikin Nurkholis Parsinah Radi Rasidi Rasminah Ratinih Rokayah Rokhmat Rusmini Rusnata
  Sadiyah Sakilah Salim Samsuri Sanusi Sarifah Sarmidi Sarniti Sawinah Suhaeni Suhartini Sukarta Sukirman Sumiati Sunarti
  Supardi Suparta Surati Surniti Sutarjo Sutini Suwarno Tarmidi Tarsiwan Tasmini Tasripin Turiah Wahyudin Wartini Warsa
  Warsiti Wasirun
`)

export const occupations = [
  'Wiraswasta',
  'Pedagang',
  'Buruh harian lepas',
  'Karyawan swasta',
  'Mengurus rumah tangga',
  'Petani',
  'Buruh tani',
  'Nelayan',
  'Guru',
  'Sopir',
  'Mekanik',
  'Tukang batu',
  'Tukang jahit',
  'Karyawan honorer',
  'Pegawai negeri sipil',
  'Pensiunan',
  'Perangkat desa',
  'Perawat',
  'Ustadz',
  'Juru masak',
]

export const streets = [
  'Jl. Melati',
  'Jl. Kenanga',
  'Jl. Anggrek',
  'Jl. Cempaka',
  'Jl. Flamboyan',
  'Jl. Mawar',
  'Jl. Teratai',
  'Jl. Dahlia',
  'Jl. Merpati',
  'Jl. Kutilang',
  'Gang Mangga',
  'Gang Rambutan',
  'Gang Sawo',
  'Gang Musala',
  'Gang Langgar',
  'Blok Karanganyar',
  'Blok Pulo',
  'Blok Dukuh',
  'Blok Wetan',
  'Blok Kulon',
]
